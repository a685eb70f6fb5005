/** One message by template. `phone` is E.164 with or without `+`; params fill the template's variables. */
export interface SmsOrder {
  phone: string;
  template: string;
  params: Readonly<Record<string, string>>;
}

/** The port to an SMS carrier. Throws SmsError. */
export interface SmsSender {
  /** Hands the message over; `messageId` is the carrier's own. */
  send(order: SmsOrder): Promise<{ messageId: string }>;
}
