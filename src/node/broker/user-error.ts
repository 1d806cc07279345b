/** What whoever started the program can put right. Its message is all they need to read. */
export class UserError extends Error {}
