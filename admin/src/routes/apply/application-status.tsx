import { Alert, Button, Card, Descriptions, Popconfirm, Space, Steps } from 'antd';
import { useServices } from '../../app/services.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useLicenseText } from '../../components/use-license-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { LicenseDraft } from '../../queries/onboarding/use-apply.ts';
import type { ApplicationRow } from '../../queries/onboarding/use-my-applications.ts';
import { useWithdrawApplication } from '../../queries/onboarding/use-withdraw-application.ts';

type Props = { application: ApplicationRow; onMend: () => void; onNew: () => void };

const step: Record<ApplicationRow['status'], number> = {
  applied: 0,
  in_review: 1,
  returned: 1,
  approved: 3,
  rejected: 1,
  withdrawn: 0,
};

/** How far an application is, what must be mended, and the way on. */
export function ApplicationStatus({ application, onMend, onNew }: Props) {
  const text = useText();
  const licenseText = useLicenseText();
  const { roles } = useServices();
  const withdraw = useWithdrawApplication();
  const { status } = application;
  const open = status === 'applied' || status === 'in_review';
  const isToMend = status === 'rejected' || status === 'returned';
  const licenses = application.licenses as LicenseDraft[];
  return (
    <Card className="apply-card" data-testid="application" data-status={status}>
      <Steps
        size="small"
        current={step[status]}
        status={status === 'rejected' ? 'error' : 'process'}
        items={(['applied', 'in_review', 'approved'] as const).map((name) => ({
          title: text(`apply.step_${name}`),
        }))}
      />
      {isToMend && (
        <Alert
          type="warning"
          showIcon
          title={text('apply.to_mend')}
          description={application.reason}
          data-testid="application-reason"
        />
      )}
      {open && <Alert type="info" showIcon title={text(`apply.wait_${status}`)} />}
      {status === 'approved' && <Alert type="success" showIcon title={text('apply.welcome')} />}
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'store', label: text('apply.store_name'), children: application.store_name },
          { key: 'merchant', label: text('apply.legal_name'), children: application.legal_name },
          { key: 'street', label: text('field.street'), children: application.street },
          {
            key: 'licenses',
            label: text('apply.licenses'),
            children: licenses.map(({ kind, number }) => `${licenseText(kind)} ${number}`).join(' · ') || '–',
          },
          {
            key: 'at',
            label: text('apply.handed_in'),
            children: <RelativeTime at={application.created_at} />,
          },
        ]}
      />
      <Space wrap>
        {isToMend && (
          <Button type="primary" data-testid="application-mend" onClick={onMend}>
            {text('apply.mend')}
          </Button>
        )}
        {status === 'approved' && (
          <Button
            type="primary"
            data-testid="application-enter"
            onClick={() => {
              // The roles of before the approval are asked for again.
              roles.forget();
              window.location.assign('/start');
            }}
          >
            {text('apply.enter')}
          </Button>
        )}
        {status === 'approved' && <Button onClick={onNew}>{text('apply.further')}</Button>}
        {(open || status === 'returned') && (
          <Popconfirm
            title={text('apply.withdraw_question')}
            okText={text('apply.withdraw')}
            okButtonProps={{ danger: true }}
            onConfirm={() => withdraw.mutateAsync(application.id)}
          >
            <Button danger type="text" loading={withdraw.isPending} data-testid="application-withdraw">
              {text('apply.withdraw')}
            </Button>
          </Popconfirm>
        )}
      </Space>
    </Card>
  );
}
