/** An answer of the platform: a JSON object. */
export type WechatAnswer = Readonly<Record<string, unknown>>;

/** Reads an answer; anything but a JSON object is an empty one, so that the status decides. */
export function parseAnswer(text: string): WechatAnswer {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
