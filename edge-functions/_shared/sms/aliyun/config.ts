/** Settings of Alibaba Cloud SMS. `templates` maps our template names to the registered codes (SMS_…). */
export interface AliyunSmsConfig {
  baseUrl: string;
  accessKeyId: string;
  accessKeySecret: string;
  signName: string;
  templates: Readonly<Record<string, string>>;
}
