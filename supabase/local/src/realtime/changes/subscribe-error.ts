/** Why a subscription to table changes does not stand; fatal when trying again cannot help. */
export class SubscribeError extends Error {
  override name = 'SubscribeError';
  isFatal: boolean;

  constructor(message: string, isFatal: boolean) {
    super(message);
    this.isFatal = isFatal;
  }
}
