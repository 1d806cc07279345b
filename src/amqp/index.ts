/** AMQP 0-9-1: its bytes, and the server's side of a connection. */
export { encodeContent } from './codec/content.ts';
export {
  decodeContentHead,
  decodeContentHeader,
  decodeProperties,
  isPropertyName,
} from './codec/content-header.ts';
export type { ContentHead, ContentHeader } from './codec/content-header.ts';
export { isWireType } from './codec/field-table.ts';
export { FrameReader } from './codec/frame-reader.ts';
export { encodeFrame, frameTypes, heartbeatFrame, protocolHeader } from './codec/frame-types.ts';
export type { RawFrame } from './codec/frame-types.ts';
export { decodeMethod, encodeMethodFrame, hasField, isMethodName } from './codec/method-codec.ts';
export type { FieldsToSend, Method, MethodField } from './codec/method.ts';
export { hasContent } from './codec/method-table.ts';
export { cutReplyText } from './codec/reply-text.ts';
export { unexpectedFrame, unknownFrame, WireError } from './codec/wire-error.ts';
export { channelIdOf } from './client-channel.ts';
export type { ConnectionInfo, ConnectionState } from './connection-info.ts';
export { ServerConnection } from './server-connection.ts';
export type { ServerConnectionOptions } from './server-connection-options.ts';
