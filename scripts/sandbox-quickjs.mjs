/**
 * The QuickJS of npm with one thing added: its table of functions is exported, so that the sandbox can
 * have it call back when a promise is rejected and nobody listens. Deflated and in base64, as text.
 */
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';

const file = 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm';
const exportSection = 7;
const tableKind = 1;

/** A number as WebAssembly writes it: seven bits a byte, the lowest first. */
function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return bytes;
}

function readLeb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, at };
  }
}

function withTableExported(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at];
    const size = readLeb(bytes, at + 1);
    const end = size.at + size.value;
    if (id === exportSection) {
      const count = readLeb(bytes, size.at);
      const name = [...Buffer.from('table')];
      const body = [
        ...leb(count.value + 1),
        ...bytes.subarray(count.at, end),
        ...leb(name.length),
        ...name,
        tableKind,
        0,
      ];
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([id, ...leb(body.length), ...body]),
        bytes.subarray(end),
      ]);
    }
    at = end;
  }
  throw new Error(`${file} exports nothing.`);
}

export async function packedQuickJs() {
  const bytes = withTableExported(await readFile(file));
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}
