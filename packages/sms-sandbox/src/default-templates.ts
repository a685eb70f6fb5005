/** Texts of the product's message templates, as they are registered with the carrier; `${name}` is a variable. */
export const defaultTemplates: Readonly<Record<string, string>> = {
  otp: '您的验证码是 ${code}，5 分钟内有效。请勿告诉他人。',
  order_placed: '您有一笔新订单 ${order_no}，请及时接单。',
  order_accepted: '${store} 已接单，正在为您准备（订单 ${order_no}）。',
  order_rejected: '很抱歉，${store} 无法接单（订单 ${order_no}），款项将原路退回。',
  order_in_delivery: '您的订单 ${order_no} 已由骑手取货，正在送往您处。',
  order_completed: '您的订单 ${order_no} 已送达，祝您用得满意。',
  order_cancelled: '您的订单 ${order_no} 已取消，如已付款将原路退回。',
  refund_succeeded: '订单 ${order_no} 的退款 ${amount} 元已原路退回。',
};
