import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import type { OpenLicense } from '../../lib/open-licenses.ts';
import { useText } from '../../providers/use-text.ts';
import type { LicenseRow } from '../../queries/onboarding/use-licenses.ts';
import { useReviewLicense } from '../../queries/onboarding/use-review-license.ts';
import { NoteModal } from '../note-modal.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { useMay } from '../use-may.ts';
import { LicenseConcernTag } from './license-concern-tag.tsx';
import { LicenseView } from './license-view.tsx';
import { useLicenseText } from '../use-license-text.ts';
import { useReviewKeys } from './use-review-keys.ts';

type License = OpenLicense<LicenseRow>;
type Props = { license: License | undefined; merchantName: string; onClose: () => void };

/** One licence to read: approved, rejected, or taken back when it is good no more. */
export function LicenseDrawer({ license, merchantName, onClose }: Props) {
  const text = useText();
  return (
    <Drawer
      open={license !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('licenses.license')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {license && <Detail key={license.id} license={license} merchantName={merchantName} />}
    </Drawer>
  );
}

function Detail({ license, merchantName }: { license: License; merchantName: string }) {
  const text = useText();
  const kindText = useLicenseText();
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('licenses.license')}
      tabIndex={0}
      data-testid="license-drawer"
    >
      <div className="order-head">
        <LicenseConcernTag concern={license.concern} daysLeft={license.days_left} />
        <h2>{kindText(license.kind)}</h2>
      </div>
      <LicenseActions license={license} />
      <LicenseView path={license.file_path} name={kindText(license.kind)} />
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          { key: 'merchant', label: text('approvals.merchant'), children: merchantName },
          { key: 'number', label: text('licenses.number'), children: license.number },
          {
            key: 'until',
            label: text('licenses.expires'),
            children: license.expires_on ?? text('licenses.forever'),
          },
          {
            key: 'told',
            label: text('licenses.told'),
            children: license.flagged_at ? (
              <RelativeTime at={license.flagged_at} />
            ) : (
              text('licenses.not_told')
            ),
          },
        ]}
      />
    </div>
  );
}

function LicenseActions({ license }: { license: License }) {
  const text = useText();
  const may = useMay('approvals', 'edit');
  const { send, busy } = useReviewLicense();
  const [isRefusing, setRefusing] = useState(false);
  const isNew = license.concern === 'submitted';
  const approve = (): void =>
    void send({ id: license.id, isApproved: true, reason: '' }).catch(() => undefined);
  useReviewKeys(may ? { ...(isNew && { a: approve }), r: () => setRefusing(true) } : {});
  if (!may) return null;
  return (
    <div className="order-actions">
      {isNew && (
        <Button type="primary" block loading={busy} data-testid="license-approve" onClick={approve}>
          {text('approvals.approve')} <kbd>A</kbd>
        </Button>
      )}
      <Button
        danger
        type="text"
        disabled={busy}
        data-testid="license-refuse"
        onClick={() => setRefusing(true)}
      >
        {text(isNew ? 'approvals.reject' : 'licenses.take_back')} <kbd>R</kbd>
      </Button>
      <NoteModal
        open={isRefusing}
        title={text(isNew ? 'approvals.reject_title' : 'licenses.take_back_title')}
        detail={text(isNew ? 'approvals.reason_detail' : 'licenses.take_back_detail')}
        confirmText={text(isNew ? 'approvals.reject' : 'licenses.take_back')}
        phrases={[
          text('approvals.phrase_blurred'),
          text('approvals.phrase_name'),
          text('approvals.phrase_scope'),
        ]}
        onConfirm={(reason) => send({ id: license.id, isApproved: false, reason })}
        onClose={() => setRefusing(false)}
      />
    </div>
  );
}
