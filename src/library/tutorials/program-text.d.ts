/** The text of a file, as the build gives it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
