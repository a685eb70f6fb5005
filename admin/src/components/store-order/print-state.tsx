import { useText } from '../../providers/use-text.ts';
import { usePrintJobs, type PrintJobRow } from '../../queries/print/use-print-jobs.ts';
import { RelativeTime } from '../relative-time.tsx';
import { ToneTag, type Tone } from '../status-tag.tsx';

const tones: Record<PrintJobRow['status'], Tone> = {
  queued: 'info',
  sent: 'info',
  printed: 'success',
  failed: 'danger',
};

/** What became of the order's tickets on the store's printer. */
export function PrintState({ orderId }: { orderId: string }) {
  const text = useText();
  const jobs = usePrintJobs(orderId).data ?? [];
  if (jobs.length === 0) return null;
  return (
    <section data-testid="print-jobs">
      <h3>{text('print.jobs')}</h3>
      <ul className="plain-list">
        {jobs.map((job) => (
          <li key={job.id} data-status={job.status}>
            <ToneTag tone={tones[job.status]}>{text(`print_status.${job.status}`)}</ToneTag>
            <RelativeTime at={job.printed_at ?? job.created_at} />
            {job.failure !== '' && (
              <span className="danger-text">
                {job.failure === 'no_answer' ? text('print.no_answer') : job.failure}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
