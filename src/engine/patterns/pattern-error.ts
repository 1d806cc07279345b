/** A regular expression that makes no sense, in the words of PCRE, which RabbitMQ passes on. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  /** How many bytes of the expression had been read. */
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(problem);
    this.offset = offset;
  }
}
