/** Functions that people wait for. */
const names = ['send-sms', 'payment-create', 'payment-webhook-wechat', 'dispatch-tick'];

/** Boots the functions that people wait for, one after the other; the first boot on a machine takes seconds. */
export async function warmFunctions(url: string): Promise<void> {
  for (const name of names) {
    await fetch(`${url}/functions/v1/${name}`, {
      method: 'OPTIONS',
      signal: AbortSignal.timeout(60_000),
    }).catch(() => undefined);
  }
}
