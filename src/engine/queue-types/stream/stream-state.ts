/** What a stream has beyond what all queues have. Nothing of it is ever changed in place. */
export interface StreamState {
  /** The offset that the next message gets. */
  readonly nextOffset: number;
}
