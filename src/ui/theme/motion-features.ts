/** The part of motion that moves things, loaded once the page is there. */
export { domAnimation } from 'motion/react';
