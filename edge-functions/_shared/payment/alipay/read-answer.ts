/** An answer of the gateway: its fields, the text that was signed, and the signature where there is one. */
export interface AlipayAnswer {
  fields: Readonly<Record<string, unknown>>;
  signed: string;
  signature: string | null;
}

/**
 * Reads `{"<method>_response": {…}, "sign": "…"}` or `error_response`; null for anything else. The signature is over the
 * inner object exactly as it was sent, so its text is cut out of the answer.
 */
export function readAnswer(method: string, text: string): AlipayAnswer | null {
  let whole: Record<string, unknown>;
  try {
    whole = { ...(JSON.parse(text) as Record<string, unknown>) };
  } catch {
    return null;
  }
  const expected = `${method.replaceAll('.', '_')}_response`;
  const name = expected in whole ? expected : 'error_response';
  const fields = whole[name];
  if (typeof fields !== 'object' || fields === null) return null;
  const signature = typeof whole.sign === 'string' ? whole.sign : null;
  const start = text.indexOf('{', text.indexOf(`"${name}"`));
  const tail = text.lastIndexOf('"sign"');
  const end = text.lastIndexOf('}', tail < start ? text.lastIndexOf('}') - 1 : tail);
  return { fields: { ...fields }, signed: text.slice(start, end + 1), signature };
}
