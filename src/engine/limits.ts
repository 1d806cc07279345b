/** Every number that is RabbitMQ's own choice. */

/** Bytes of a reply text, which is a short string. */
export const replyTextMax = 255;

/** Milliseconds: ten years, the longest time to live and the longest expiry. */
export const timeToLiveMax = 315_360_000_000;

/** The greatest `x-max-priority`. */
export const prioritiesMax = 255;
