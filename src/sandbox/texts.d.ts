/** What scripts/sandbox-texts.mjs makes when the page is built, tests run or a program is started. */
declare module 'virtual:sandbox/prelude' {
  export const text: string;
}
declare module 'virtual:sandbox/amqplib' {
  export const text: string;
}
declare module 'virtual:sandbox/cloudamqp' {
  export const text: string;
}
declare module 'virtual:sandbox/quickjs' {
  /** WebAssembly, deflated, in base64. */
  export const packed: string;
}
declare module 'virtual:sandbox/declarations' {
  export const files: readonly { readonly path: string; readonly text: string }[];
}
