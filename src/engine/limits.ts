/** Every number that is RabbitMQ's own choice. */

/** Bytes of a reply text, which is a short string. */
export const replyTextMax = 255;

/** Milliseconds: ten years, the longest time to live and the longest expiry. */
export const timeToLiveMax = 315_360_000_000;

/** Deliveries that a consumer of a quorum queue may have when its prefetch is without limit. */
export const quorumPrefetchMax = 2000;

/** Milliseconds between two looks of a quorum queue at its age. */
export const quorumTickMs = 5_000;

/** The share of its limit below which a full quorum queue takes publishes again. */
export const quorumLowWater = 0.8;

/** Milliseconds after which at-least-once dead-lettering tries again. */
export const deadLetterRetryMs = 180_000;

/** Permissions that a channel remembers to have been granted. */
export const rememberedPermitsMax = 12;

/** Milliseconds without a method after which a channel hibernates, and forgets them. */
export const hibernatesAfterMs = 1000;

/** The greatest `x-max-priority`. */
export const prioritiesMax = 255;

/** Bytes and chunks at which a stream's segment is full, and the greatest size one may ask for. */
export const segmentBytes = 500_000_000;
export const segmentChunks = 256_000;
export const segmentBytesMax = 3_000_000_000;

/** Bytes that a segment, a chunk and a message in it take beside what was published. */
export const segmentHeaderBytes = 8;
export const chunkHeaderBytes = 48;
export const storedMessageBytes = 52;

/** Milliseconds between two counts of what streams hold. */
export const streamCountMs = 5000;

/** The longest delay of a message, in milliseconds: what a timer of Erlang's can bear. */
export const delayMax = 4_294_967_295;

/** Milliseconds that a consumer may take to acknowledge a delivery, and between two looks at that. */
export const consumerTimeoutMs = 1_800_000;
export const acknowledgementCheckMs = 60_000;
