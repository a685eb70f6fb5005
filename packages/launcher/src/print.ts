const began = Date.now();

/** One line of progress with the seconds since the command began. */
export function step(text: string): void {
  process.stdout.write(`• ${String(Math.round((Date.now() - began) / 1000)).padStart(3)} s  ${text}\n`);
}

/** One line that says what is wrong. */
export function failure(text: string): void {
  process.stderr.write(`✗ ${text}\n`);
}
