/** The evidence pack: what it is, how to check it, and the button. */
import { Button, Code } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { callForEvidence, Fault } from '../data/client.ts';
import { text } from '../messages.data.ts';
import { PageHead, Panel } from '../parts/page.tsx';
import styles from '../style/page.module.css';

const words = text.evidence;

export function EvidencePage() {
  const download = useMutation({
    mutationFn: callForEvidence,
    onSuccess: ({ blob, name }) => saveAs(blob, name),
  });
  return (
    <>
      <PageHead title={words.title} lead={words.lead}>
        <Button loading={download.isPending} onClick={() => download.mutate()}>
          {words.download}
        </Button>
      </PageHead>
      <div role="status">
        {download.isSuccess && <p>{words.done(download.data.name)}</p>}
        {download.isError && <p>{download.error instanceof Fault ? download.error.message : text.fault.failed}</p>}
      </div>
      <div className={styles.stack}>
        <Panel title={words.holds}>
          <ul>
            {words.contents.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className={styles.hint}>{words.logged}</p>
        </Panel>
        <Panel title={words.check}>
          <p>{words.checkHint}</p>
          <Code block>{words.command}</Code>
        </Panel>
        <Panel title={words.limits}>
          <p>{words.limitsHint}</p>
        </Panel>
      </div>
    </>
  );
}

function saveAs(blob: Blob, name: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Later, because the browser reads the address only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
