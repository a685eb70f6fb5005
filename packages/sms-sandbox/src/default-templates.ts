/**
 * Texts of the product's message templates, as they are registered with the carrier; `${name}` is a variable: `code` of a
 * sign-in; `number`, `store` and `total` (yuan) of an order.
 */
export const defaultTemplates: Readonly<Record<string, string>> = {
  otp: '您的验证码是 ${code}，5 分钟内有效。请勿告诉他人。',
  new_order: '${store} 收到新订单 ${number}，实付 ${total} 元，请尽快接单。',
  order_accepted: '${store} 已接单，正在为您准备（订单 ${number}）。',
  order_in_delivery: '您在 ${store} 的订单 ${number} 已在路上。',
  order_completed: '您在 ${store} 的订单 ${number} 已完成，祝您用得满意。',
  order_rejected: '${store} 未能接单，订单 ${number} 的款项将原路退回。',
  order_cancelled: '您在 ${store} 的订单 ${number} 已取消，已付款项将原路退回。',
  order_closed: '${store} 的订单 ${number} 已关闭，已付款项将原路退回。',
};
