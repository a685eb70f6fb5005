import { randomUUID } from 'node:crypto';
import type { SmsCredentials } from './ensure-sms-credentials.ts';
import type { MessageFile } from './message-file.ts';

/** The answer of SendSms: business refusals come with HTTP 200 and a Code other than OK. */
export interface SendSmsAnswer {
  Code: string;
  Message: string;
  RequestId: string;
  BizId?: string;
}

/**
 * SendSms of Dysmsapi 2017-05-25: PhoneNumbers (up to 1,000, comma separated), SignName, TemplateCode, TemplateParam.
 * A template that is not registered here is still delivered, marked as such, with its parameters listed.
 */
export function sendSms(
  query: URLSearchParams,
  credentials: SmsCredentials,
  templates: Readonly<Record<string, string>>,
  messages: MessageFile,
): SendSmsAnswer {
  const refuse = (Code: string, Message: string) => ({
    Code,
    Message,
    RequestId: randomUUID().toUpperCase(),
  });
  const phones = (query.get('PhoneNumbers') ?? '').split(',');
  if (phones.length > 1000 || phones.some((phone) => !/^\+?\d{7,15}$/.test(phone)))
    return refuse('isv.MOBILE_NUMBER_ILLEGAL', '非法手机号');
  if (query.get('SignName') !== credentials.signName)
    return refuse('isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名');
  const template = query.get('TemplateCode') ?? '';
  if (template === '') return refuse('isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板');
  const params = readParams(query.get('TemplateParam'));
  if (!params) return refuse('isv.INVALID_JSON_PARAM', 'JSON参数不合法，只接受字符串值');
  const registered = Object.hasOwn(templates, template) ? templates[template] : undefined;
  const wanted = Array.from((registered ?? '').matchAll(/\$\{(\w+)\}/g), (m) => m[1] ?? '');
  if (wanted.some((name) => params[name] === undefined))
    return refuse('isv.TEMPLATE_MISSING_PARAMETERS', '模板缺少变量');
  const text =
    registered?.replace(/\$\{(\w+)\}/g, (_, name: string) => params[name] ?? '') ??
    `（未登记模板 ${template}）${Object.entries(params)
      .map(([name, value]) => `${name}: ${value}`)
      .join('，')}`;
  const id = `${Date.now()}${randomUUID().slice(0, 8)}^0`;
  for (const phone of phones) {
    const sentAt = new Date().toISOString();
    const full = `【${credentials.signName}】${text}`;
    messages.add({ id: randomUUID(), phone, text: full, template, params, sent_at: sentAt });
  }
  return { Code: 'OK', Message: 'OK', BizId: id, RequestId: randomUUID().toUpperCase() };
}

function readParams(text: string | null): Record<string, string> | null {
  if (text === null || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const entries = Object.entries(value);
    if (entries.some(([, one]) => typeof one !== 'string' && typeof one !== 'number')) return null;
    return Object.fromEntries(entries.map(([name, one]) => [name, String(one)]));
  } catch {
    return null;
  }
}
