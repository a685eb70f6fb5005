import type { TomlTable } from 'smol-toml';
import type { PlatformConfig, PlatformKeys } from '../context.ts';
import { isTable, readConfigFile, tableAt } from './config-file.ts';
import { flagOf, numberOf, secondsOf, textOf } from './config-value.ts';
import { readHook, type HookTarget } from './hooks/hook-target.ts';
import { readProviders, type ProviderSettings } from './oauth/provider-settings.ts';

/** What `config.toml` decides about Auth. Durations are seconds; a limit of 0 is no limit. */
export interface AuthSettings {
  issuer: string;
  siteUrl: string;
  redirectUrls: string[];
  jwtExpiry: number;
  signupEnabled: boolean;
  anonymousEnabled: boolean;
  manualLinkingEnabled: boolean;
  passwordMinLength: number;
  passwordRequires: string;
  rotationEnabled: boolean;
  reuseInterval: number;
  sessionTimebox: number;
  sessionInactivity: number;
  email: {
    enabled: boolean;
    autoconfirm: boolean;
    doubleConfirmChanges: boolean;
    securePasswordChange: boolean;
    maxFrequency: number;
    otpLength: number;
    otpExpiry: number;
  };
  sms: {
    enabled: boolean;
    autoconfirm: boolean;
    maxFrequency: number;
    otpLength: number;
    otpExpiry: number;
    testOtp: Map<string, string>;
  };
  mfa: { maxFactors: number; totpEnroll: boolean; totpVerify: boolean };
  rates: {
    emailPerHour: number;
    smsPerHour: number;
    anonymousPerHour: number;
    refreshPer5Minutes: number;
    signInPer5Minutes: number;
    verifyPer5Minutes: number;
  };
  hooks: { sendSms?: HookTarget; sendEmail?: HookTarget; accessToken?: HookTarget };
  providers: Map<string, ProviderSettings>;
}

/**
 * Reads the settings of one installation. What the file leaves out is as in the Supabase CLI, but for two things: a
 * minute between messages to one phone, and TOTP is on, as hosted projects have it.
 */
export async function readAuthSettings(config: PlatformConfig, keys: PlatformKeys): Promise<AuthSettings> {
  const env = { ...process.env, ...config.functionEnv };
  const root = await readConfigFile(config.supabaseDir, env);
  const auth = tableAt(root, 'auth');
  const email = tableAt(auth, 'email');
  const sms = tableAt(auth, 'sms');
  const mfa = tableAt(auth, 'mfa');
  const totp = tableAt(mfa, 'totp');
  const sessions = tableAt(auth, 'sessions');
  const hook = (name: string) => readHook(tableAt(auth, 'hook', name), name, config, keys);
  return {
    issuer: `${config.url}/auth/v1`,
    siteUrl: config.siteUrl,
    redirectUrls: redirectUrls(auth),
    jwtExpiry: numberOf(auth, 'jwt_expiry', 3600),
    signupEnabled: flagOf(auth, 'enable_signup', true),
    anonymousEnabled: flagOf(auth, 'enable_anonymous_sign_ins', false),
    manualLinkingEnabled: flagOf(auth, 'enable_manual_linking', false),
    passwordMinLength: numberOf(auth, 'minimum_password_length', 6),
    passwordRequires: textOf(auth, 'password_requirements'),
    rotationEnabled: flagOf(auth, 'enable_refresh_token_rotation', true),
    reuseInterval: numberOf(auth, 'refresh_token_reuse_interval', 10),
    sessionTimebox: secondsOf(sessions, 'timebox', 0),
    sessionInactivity: secondsOf(sessions, 'inactivity_timeout', 0),
    email: {
      enabled: isEnabled(email, true),
      autoconfirm: !flagOf(email, 'enable_confirmations', false),
      doubleConfirmChanges: flagOf(email, 'double_confirm_changes', true),
      securePasswordChange: flagOf(email, 'secure_password_change', false),
      maxFrequency: secondsOf(email, 'max_frequency', 1),
      otpLength: numberOf(email, 'otp_length', 6),
      otpExpiry: numberOf(email, 'otp_expiry', 3600),
    },
    sms: {
      enabled: isEnabled(sms, false),
      autoconfirm: !flagOf(sms, 'enable_confirmations', false),
      maxFrequency: secondsOf(sms, 'max_frequency', 60),
      otpLength: 6,
      otpExpiry: 300,
      testOtp: testOtp(tableAt(sms, 'test_otp')),
    },
    mfa: {
      maxFactors: numberOf(mfa, 'max_enrolled_factors', 10),
      totpEnroll: flagOf(totp, 'enroll_enabled', true),
      totpVerify: flagOf(totp, 'verify_enabled', true),
    },
    rates: rates(tableAt(auth, 'rate_limit')),
    hooks: {
      sendSms: hook('send_sms'),
      sendEmail: hook('send_email'),
      accessToken: hook('custom_access_token'),
    },
    providers: readProviders(tableAt(auth, 'external'), env),
  };
}

/** `enabled`, or `enable_signup` as the Supabase CLI called it before version 3. */
function isEnabled(provider: TomlTable, otherwise: boolean): boolean {
  return flagOf(provider, 'enabled', flagOf(provider, 'enable_signup', otherwise));
}

function rates(table: TomlTable): AuthSettings['rates'] {
  return {
    emailPerHour: numberOf(table, 'email_sent', 0),
    smsPerHour: numberOf(table, 'sms_sent', 0),
    anonymousPerHour: numberOf(table, 'anonymous_users', 30),
    refreshPer5Minutes: numberOf(table, 'token_refresh', 150),
    signInPer5Minutes: numberOf(table, 'sign_in_sign_ups', 30),
    verifyPer5Minutes: numberOf(table, 'token_verifications', 30),
  };
}

function redirectUrls(auth: TomlTable): string[] {
  const listed = auth['additional_redirect_urls'];
  const urls = Array.isArray(listed) ? listed.filter((url) => typeof url === 'string') : [];
  const site = textOf(auth, 'site_url');
  return site === '' ? urls : [site, ...urls];
}

function testOtp(table: TomlTable): Map<string, string> {
  if (!isTable(table)) return new Map();
  return new Map(Object.entries(table).map(([phone, code]) => [phone.replace(/^\+/, ''), String(code)]));
}
