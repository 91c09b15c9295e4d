import { open, readFile } from "node:fs/promises";

const MOST = 64 * 1024 * 1024;

/**
 * How often `secret` stands in the writable memory of a process, as the kernel shows it. Linux only; the process
 * must be this one's child, or this one root's.
 * @param {number} pid
 * @param {Uint8Array} secret
 * @returns {Promise<number>}
 */
export async function timesInMemory(pid, secret) {
  const maps = await readFile(`/proc/${pid}/maps`, "utf8");
  const memory = await open(`/proc/${pid}/mem`, "r");
  let found = 0;
  try {
    for (const [, from, to] of maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)) {
      const end = Number.parseInt(to ?? "", 16);
      // Pieces overlap by the secret's length, so that none is missed between two of them.
      for (let at = Number.parseInt(from ?? "", 16); at < end; at += MOST) {
        const length = Math.min(MOST + secret.length - 1, end - at);
        found += occurrences(await piece(memory, at, length), secret);
      }
    }
  } finally {
    await memory.close();
  }
  return found;
}

/**
 * What can be read of a stretch of memory: a page that was only reserved ends it.
 * @param {import("node:fs/promises").FileHandle} memory
 * @param {number} at
 * @param {number} length
 */
async function piece(memory, at, length) {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const read = await memory
      .read(bytes, filled, length - filled, at + filled)
      .catch(() => ({ bytesRead: 0 }));
    if (read.bytesRead === 0) break;
    filled += read.bytesRead;
  }
  return bytes.subarray(0, filled);
}

/**
 * @param {Buffer} bytes
 * @param {Uint8Array} secret
 */
function occurrences(bytes, secret) {
  let found = 0;
  for (let at = bytes.indexOf(secret); at !== -1; at = bytes.indexOf(secret, at + 1)) found += 1;
  return found;
}
