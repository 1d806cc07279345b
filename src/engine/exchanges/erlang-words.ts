/**
 * Words that are atoms in every Erlang node that runs RabbitMQ, as a live 3.10.8 shows. Such a word can
 * be looked up as an exchange type, so that RabbitMQ calls the type invalid; of any other it says that it
 * is unknown.
 */
const words =
  'a any bad classic default error exchange false header invalid local match nil none null ok queue ' +
  'quorum random simple stream system test true type undefined unknown x';
const known: ReadonlySet<string> = new Set(['', ...words.split(' ')]);

export const isErlangWord = (name: string): boolean => known.has(name);
