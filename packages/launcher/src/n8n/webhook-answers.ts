const timeoutMs = 2000;

/**
 * True when n8n has registered a webhook. It is asked without a key: a registered one refuses with 403, an
 * unregistered one is 404, and nothing runs. The health endpoints answer too early.
 */
export async function webhookAnswers(port: number, path: string): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}/webhook/${path}`;
    const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(timeoutMs) });
    await response.text();
    return response.status === 403;
  } catch {
    return false;
  }
}
