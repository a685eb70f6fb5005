import { Descriptions, Drawer, Timeline } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useApplicationEvents } from '../../queries/onboarding/use-application-events.ts';
import type { ApplicationLicense, ApplicationRow } from '../../queries/onboarding/use-applications.ts';
import { RelativeTime } from '../relative-time.tsx';
import { ApplicationActions } from './application-actions.tsx';
import { ApplicationTag } from './application-tag.tsx';
import { LicenseView } from './license-view.tsx';
import { useLicenseText } from '../use-license-text.ts';

type Props = {
  application: ApplicationRow | undefined;
  categoryName: (id: string) => string;
  onClose: () => void;
};

/** An application with its licences to read, and the decision. */
export function ApplicationDrawer({ application, categoryName, onClose }: Props) {
  const text = useText();
  return (
    <Drawer
      open={application !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('approvals.application')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {application && <Detail key={application.id} application={application} categoryName={categoryName} />}
    </Drawer>
  );
}

function Detail({
  application,
  categoryName,
}: {
  application: ApplicationRow;
  categoryName: Props['categoryName'];
}) {
  const text = useText();
  const kindText = useLicenseText();
  const events = useApplicationEvents(application.id);
  const licenses = application.licenses as ApplicationLicense[];
  const facts = [
    ['approvals.merchant', application.merchant_name],
    ['merchants.legal_name', application.legal_name],
    ['approvals.category', categoryName(application.category_id)],
    ['field.phone', application.contact_phone],
    ['field.street', application.street],
  ] as const;
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={application.store_name}
      tabIndex={0}
      data-testid="application-drawer"
    >
      <div className="order-head" data-status={application.status} data-testid="application-status">
        <ApplicationTag status={application.status} />
        <h2>{application.store_name}</h2>
      </div>
      {application.reason !== '' && <p className="note">{application.reason}</p>}
      <ApplicationActions application={application} />
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={facts.map(([key, children]) => ({ key, label: text(key), children }))}
      />
      <section>
        <h3>{text('approvals.licenses')}</h3>
        {licenses.length === 0 && <p className="muted">{text('approvals.no_license_files')}</p>}
        {licenses.map((license) => (
          <figure key={license.file_path} className="license">
            <LicenseView path={license.file_path} name={kindText(license.kind)} />
            <figcaption>
              <strong>{kindText(license.kind)}</strong>
              <div className="tabular">{license.number}</div>
              <div className="muted">
                {license.expires_on
                  ? text('licenses.until', { day: license.expires_on })
                  : text('licenses.forever')}
              </div>
            </figcaption>
          </figure>
        ))}
      </section>
      {(events.data?.length ?? 0) > 0 && (
        <section>
          <h3>{text('order.timeline')}</h3>
          <Timeline
            items={events.data?.map((event) => ({
              key: event.id,
              content: (
                <div className="timeline-step">
                  <span>
                    {text(`application_status.${event.to_status}`)}{' '}
                    <span className="muted">
                      {[text(`actor.${event.actor}`), event.reason].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <RelativeTime at={event.created_at} />
                </div>
              ),
            }))}
          />
        </section>
      )}
    </div>
  );
}
