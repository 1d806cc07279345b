/** The types of what a program can import and of what it finds, for an editor: paths and texts. */
import { readFile, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';

const amqplib = 'node_modules/amqplib';
const cloudamqp = 'node_modules/@cloudamqp/amqp-client';
const own = 'src/sandbox/declarations';

const read = (file) => readFile(resolve(file), 'utf8');
const withoutMap = (text) => text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');

/** Programs may write `import amqp from 'amqplib'`; the library's types know its parts only. */
const defaultOf = (name) => `
declare const everything: typeof import('${name}');
export default everything;
`;

async function amqplibFiles() {
  const [main, callbacks, properties] = await Promise.all(
    ['index.d.ts', 'callback_api.d.ts', 'lib/properties.d.ts'].map((file) =>
      read(`${amqplib}/${file}`),
    ),
  );
  return [
    { path: `${amqplib}/index.d.ts`, text: main + defaultOf('amqplib') },
    { path: `${amqplib}/callback_api.d.ts`, text: callbacks + defaultOf('amqplib/callback_api') },
    { path: `${amqplib}/lib/properties.d.ts`, text: properties },
    {
      path: `${amqplib}/package.json`,
      text: JSON.stringify({ name: 'amqplib', types: './index.d.ts' }),
    },
  ];
}

async function cloudamqpFiles() {
  const names = (await readdir(resolve(`${cloudamqp}/types`))).filter((name) =>
    name.endsWith('.d.ts'),
  );
  const files = await Promise.all(
    names.map(async (name) => ({
      path: `${cloudamqp}/types/${name}`,
      text: withoutMap(await read(`${cloudamqp}/types/${name}`)),
    })),
  );
  // What exports maps would say, for an editor that resolves as Node did before them.
  const doors = names
    .map((name) => name.replace('.d.ts', ''))
    .filter((name) => name !== 'index')
    .map((name) => ({
      path: `${cloudamqp}/${name}.d.ts`,
      text: `export * from './types/${name}.js';\n`,
    }));
  return [
    ...files,
    ...doors,
    { path: `${cloudamqp}/index.d.ts`, text: "export * from './types/index.js';\n" },
  ];
}

async function ownFiles() {
  const names = (await readdir(resolve(own))).filter((name) => name.endsWith('.d.ts'));
  return Promise.all(
    names.map(async (name) => ({ path: name, text: await read(`${own}/${name}`) })),
  );
}

export const declarations = async () =>
  (await Promise.all([amqplibFiles(), cloudamqpFiles(), ownFiles()])).flat();
