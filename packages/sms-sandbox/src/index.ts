export { defaultTemplates } from './default-templates.ts';
export { ensureSmsCredentials, type SmsCredentials } from './ensure-sms-credentials.ts';
export type { SmsMessage } from './message-file.ts';
export { startSmsSandbox, type RunningSmsSandbox, type SmsSandboxOptions } from './start-sms-sandbox.ts';
