import type { WechatAnswer } from './parse-answer.ts';

/** A text field, null where it is absent. */
export function textOf(answer: WechatAnswer, name: string): string | null {
  const value = answer[name];
  return typeof value === 'string' ? value : null;
}

/** A number of `amount`, in fen; null where it is absent. */
export function amountOf(answer: WechatAnswer, name: 'total' | 'refund'): number | null {
  const amount = answer.amount;
  if (typeof amount !== 'object' || amount === null) return null;
  const value = (amount as Record<string, unknown>)[name];
  return typeof value === 'number' ? value : null;
}
