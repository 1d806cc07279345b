/** The names that a form offers to choose from: what is declared in the virtual host it is about. */
export interface DeclaredNames {
  readonly exchanges: readonly string[];
  readonly queues: readonly string[];
  /** All of the document. */
  readonly vhosts: readonly string[];
  /** All of the document, and RabbitMQ's own. */
  readonly users: readonly string[];
  /** Binding keys in use, and names of queues: what a routing key may well be. */
  readonly routingKeys: readonly string[];
}

/** Hands a changed specification to the document. Says why it cannot be; null where it was taken. */
export type Save<Spec> = (label: string, next: Spec) => string | null;
