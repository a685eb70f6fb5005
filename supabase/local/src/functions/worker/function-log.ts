import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;

/** The log of one function: its lines with the time, in a file that is put aside (`.1`) when it gets large. */
export class FunctionLog {
  readonly #path: string;
  #stream: WriteStream | undefined;
  #written = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Adds text of the worker or of its supervisor. */
  write(text: string): void {
    const time = new Date().toISOString();
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    if (lines.length === 0) return;
    const block = lines.map((line) => `${time} ${line}\n`).join('');
    const stream = this.#open();
    stream.write(block);
    this.#written += Buffer.byteLength(block);
    if (this.#written > MAX_BYTES) this.#putAside();
  }

  close(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    return stream === undefined ? Promise.resolve() : new Promise((resolve) => stream.end(() => resolve()));
  }

  #open(): WriteStream {
    if (this.#stream !== undefined) return this.#stream;
    mkdirSync(dirname(this.#path), { recursive: true });
    this.#written = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    this.#stream = createWriteStream(this.#path, { flags: 'a' });
    this.#stream.on('error', () => (this.#stream = undefined));
    return this.#stream;
  }

  #putAside(): void {
    this.#stream?.end();
    this.#stream = undefined;
    renameSync(this.#path, `${this.#path}.1`);
  }
}
