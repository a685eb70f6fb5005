/** Why a join or a token was refused, as clients know it: `<code>: <message>`. */
export class RealtimeFailure extends Error {
  override name = 'RealtimeFailure';
  code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }

  /** The text of an error reply. */
  get reason(): string {
    return `${this.code}: ${this.message}`;
  }
}
