import { useGetIdentity, useLogout, usePermissions } from '@refinedev/core';
import type { User } from '@supabase/supabase-js';
import { App, Button, Segmented, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Brand } from '../../app/brand.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import type { Roles } from '../../lib/access.ts';
import { changeLocale, locales, type Locale } from '../../providers/i18n.ts';
import { useText } from '../../providers/use-text.ts';
import { useMyApplications, type ApplicationRow } from '../../queries/onboarding/use-my-applications.ts';
import { ApplicationStatus } from './application-status.tsx';
import { ApplyForm } from './apply-form.tsx';

/** Asks to sell here, and shows how far an application has come. */
export default function ApplyPage() {
  const text = useText();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const { mutate: logout } = useLogout();
  const userId = useGetIdentity<User>().data?.id;
  const roles = usePermissions<Roles>({}).data;
  const applications = useMyApplications(userId);
  const [mending, setMending] = useState<ApplicationRow | 'new' | undefined>(undefined);
  useEffect(() => {
    document.title = `${text('apply.title')} · Linli`;
  }, [text]);
  const last = applications.data?.[0];
  const merchantId = roles?.stores.find((store) => store.role === 'manager')?.merchant_id;
  const asks =
    mending !== undefined ||
    (applications.data !== undefined && (last === undefined || last.status === 'withdrawn'));
  return (
    <App component={false}>
      <div className="apply">
        <header className="apply-top">
          <Brand />
          <span className="push" />
          <Segmented<Locale>
            size="small"
            aria-label={text('shell.language')}
            value={i18n.language as Locale}
            onChange={(locale) => void changeLocale(i18n, locale)}
            options={locales.map((value) => ({ value, label: text(`language.${value}`) }))}
          />
          {merchantId !== undefined && (
            <Button type="text" onClick={() => void navigate('/')}>
              {text('apply.back')}
            </Button>
          )}
          <Button type="text" data-testid="sign-out" onClick={() => logout()}>
            {text('session.sign_out')}
          </Button>
        </header>
        <main>
          <h1>{text(merchantId === undefined ? 'apply.title' : 'apply.title_further')}</h1>
          <p className="muted">{text('apply.lead')}</p>
          {applications.isError && applications.data === undefined ? (
            <ErrorState error={applications.error} onRetry={() => void applications.refetch()} />
          ) : applications.data === undefined || roles === undefined ? (
            <Skeleton active paragraph={{ rows: 10 }} />
          ) : asks ? (
            <ApplyForm
              key={typeof mending === 'object' ? mending.id : 'new'}
              merchantId={merchantId}
              before={typeof mending === 'object' ? mending : last}
              isMending={typeof mending === 'object'}
              onCancel={mending === undefined ? undefined : () => setMending(undefined)}
              onDone={() => setMending(undefined)}
            />
          ) : (
            last && (
              <ApplicationStatus
                application={last}
                onMend={() => setMending(last)}
                onNew={() => setMending('new')}
              />
            )
          )}
        </main>
      </div>
    </App>
  );
}
