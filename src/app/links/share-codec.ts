/** Packs and unpacks links. Loaded when a link is made or opened, and not before. */
export { decodeShareLink, encodeShareLink } from '#scenario';
