import { Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../app/brand.tsx';
import { useServices } from '../../app/services.ts';
import { changeLocale, locales, type Locale } from '../../providers/i18n.ts';
import { useText } from '../../providers/use-text.ts';
import { CodeForm } from './code-form.tsx';
import { DemoHint } from './demo-hint.tsx';
import { PasswordForm } from './password-form.tsx';

type Way = 'password' | 'code';

/** Sign-in for staff of stores and of the operator. */
export default function SignInPage() {
  const text = useText();
  const { i18n } = useTranslation();
  const { config } = useServices();
  const [way, setWay] = useState<Way>('password');
  const [prefill, setPrefill] = useState<{ email: string; password: string } | undefined>(undefined);
  useEffect(() => {
    document.title = `${text('sign_in.title')} · Linli`;
  }, [text]);
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <Brand />
        <h1>{text('sign_in.title')}</h1>
        <p className="muted">{text('sign_in.lead')}</p>
        <Segmented<Way>
          block
          aria-label={text('sign_in.way')}
          value={way}
          onChange={setWay}
          options={[
            {
              value: 'password',
              label: <span data-testid="way-password">{text('sign_in.by_password')}</span>,
            },
            { value: 'code', label: <span data-testid="way-code">{text('sign_in.by_code')}</span> },
          ]}
        />
        {way === 'password' ? <PasswordForm key={prefill?.email} prefill={prefill} /> : <CodeForm />}
        {config.isDemo && (
          <DemoHint
            way={way}
            onPick={(person) => {
              setWay('password');
              setPrefill(person);
            }}
          />
        )}
        <Segmented<Locale>
          size="small"
          className="sign-in-language"
          aria-label={text('shell.language')}
          value={i18n.language as Locale}
          onChange={(locale) => void changeLocale(i18n, locale)}
          options={locales.map((value) => ({ value, label: text(`language.${value}`) }))}
        />
      </section>
    </main>
  );
}
