/** The tokens browsers come in with; for those who manage devices also how to make and end them. */
import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answered } from '../../api/endpoint-types.ts';
import { after } from '../data/after.ts';
import { useEndToken, useMakeToken } from '../data/change-enrolment.ts';
import { tokensQuery } from '../data/queries.ts';
import { useText } from '../language/language-context.ts';
import type { Words } from '../language/words.ts';
import styles from '../style/page.module.css';
import { Chip } from './chips.tsx';
import { Confirm } from './confirm.tsx';
import { Failed, Loading, Panel } from './page.tsx';
import { useMay } from './session.ts';
import { SmallTable } from './small-table.tsx';
import { useToast } from './toasts.tsx';
import { TokenForm } from './token-form.tsx';
import { Copyable, Moment } from './values.tsx';

type Token = Answered<'GET /v1/enrolment-tokens'>['items'][number];

/** Why it lets nobody in, null when it does. */
function endOf(words: Words['text']['tokens'], { revokedAt, expiresAt, maxUses, uses }: Token, now: number) {
  if (revokedAt !== null) return words.ended;
  if (expiresAt !== null && expiresAt <= now) return words.expired;
  return maxUses !== null && uses >= maxUses ? words.usedUp : null;
}

export function EnrolmentTokens() {
  const { text } = useText();
  const words = text.tokens;
  const mayManage = useMay()('devices.manage');
  const { data, error, refetch } = useQuery(tokensQuery);
  const [isMaking, setMaking] = useState(false);
  const make = useMakeToken();
  return (
    <div className={styles.above}>
      <Panel
        title={words.title}
        aside={
          mayManage &&
          !isMaking && (
            <Button size="compact-sm" variant="default" onClick={() => setMaking(true)}>
              {words.add}
            </Button>
          )
        }
      >
        <div role="status">
          {make.data !== undefined && (
            <div className={styles.once}>
              <p>{words.once(make.data.label)}</p>
              <Copyable value={make.data.token} label={words.once(make.data.label)} />
              <p className={styles.hint}>{words.onceHint}</p>
              <Button size="compact-sm" variant="default" onClick={make.reset}>
                {words.onceDone}
              </Button>
            </div>
          )}
        </div>
        {isMaking && <TokenForm make={make} done={() => setMaking(false)} />}
        {data !== undefined ? (
          <List tokens={data.items} mayManage={mayManage} />
        ) : error === null ? (
          <Loading rows={2} />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )}
      </Panel>
    </div>
  );
}

function List({ tokens, mayManage }: { tokens: Token[]; mayManage: boolean }) {
  const { text } = useText();
  const words = text.tokens;
  const [showsEnded, setShowsEnded] = useState(false);
  const now = Date.now();
  const ended = tokens.filter((token) => endOf(words, token, now) !== null);
  const usable = tokens.filter((token) => !ended.includes(token));
  const shown = showsEnded ? [...usable, ...ended] : usable;
  const headers = [words.label, words.uses, words.expires, words.made, words.state];
  return (
    <>
      <p className={styles.hint}>{words.hint}</p>
      {shown.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <SmallTable headers={mayManage ? [...headers, words.act] : headers}>
          {shown.map((token) => (
            <Row key={token.id} token={token} end={endOf(words, token, now)} mayManage={mayManage} />
          ))}
        </SmallTable>
      )}
      {ended.length > 0 && (
        <Anchor component="button" type="button" size="sm" onClick={() => setShowsEnded(!showsEnded)}>
          {showsEnded ? words.hideEnded : words.showEnded(ended.length)}
        </Anchor>
      )}
    </>
  );
}

function Row({ token, end, mayManage }: { token: Token; end: string | null; mayManage: boolean }) {
  const { text } = useText();
  const words = text.tokens;
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const ending = useEndToken();
  const label = token.label || words.unnamed;
  const close = () => {
    setAsking(false);
    ending.reset();
  };
  return (
    <tr>
      <td>
        <bdi>{label}</bdi>
      </td>
      <td className="num">{words.usesOf(token.uses, token.maxUses)}</td>
      <td>{token.expiresAt === null ? words.never : <Moment ms={token.expiresAt} />}</td>
      <td>
        <Moment ms={token.createdAt} /> <bdi className={styles.hint}>{words.madeBy(token.createdBy)}</bdi>
      </td>
      <td>
        <Chip tone={end === null ? 'good' : 'calm'}>{end ?? words.usable}</Chip>
      </td>
      {mayManage && (
        <td>
          {end === null && (
            <Button size="compact-sm" variant="default" aria-label={words.end(label)} onClick={() => setAsking(true)}>
              {words.act}
            </Button>
          )}
          <Confirm
            opened={isAsking}
            title={words.end(label)}
            what={words.endWhat}
            act={words.act}
            isDangerous
            isPending={ending.isPending}
            error={ending.error}
            onClose={close}
            onSubmit={() =>
              after(ending.mutateAsync(token.id), () => {
                close();
                toast({ title: words.endDone, detail: label });
              })
            }
          />
        </td>
      )}
    </tr>
  );
}
