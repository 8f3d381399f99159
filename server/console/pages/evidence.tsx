/** The evidence pack: what it is, how to check it, and the button. */
import { Button, Code } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { callForEvidence } from '../data/client.ts';
import { faultWords } from '../language/code-words.ts';
import { useText } from '../language/language-context.ts';
import { PageHead, Panel } from '../parts/page.tsx';
import styles from '../style/page.module.css';

export function EvidencePage() {
  const all = useText();
  const words = all.text.evidence;
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
        {download.isError && <p>{faultWords(all, download.error)}</p>}
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
