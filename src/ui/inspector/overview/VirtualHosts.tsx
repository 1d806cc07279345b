/** The virtual hosts of the scenario: each has exchanges, queues and bindings of its own. */
import { useState } from 'react';
import type { FormEvent, JSX } from 'react';
import { removeVhost } from '#app';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useDocument } from '../../app-context.tsx';
import { FoldedSection } from '../forms/FoldedSection.tsx';
import { DocsLink } from '../forms/DocsLink.tsx';
import { docsOf } from '../forms/known-arguments.ts';
import { nameText } from '../forms/reading.ts';
import { RemoveButton } from '../forms/RemoveButton.tsx';
import { useVerbs } from '../use-verbs.ts';
import styles from '../inspector.module.css';

export function VirtualHosts(): JSX.Element {
  const scenario = useDocument((document) => document.scenario);
  const { edit } = useVerbs();
  const [draft, setDraft] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const names = scenario.vhosts.map(({ name }) => name);
  const things = [...scenario.exchanges, ...scenario.queues, ...scenario.clients];
  const inUse = new Set(things.map(({ vhost }) => vhost));

  const add = (event: FormEvent): void => {
    event.preventDefault();
    const name = nameText(draft);
    if (!name.ok) return setProblem(name.problem);
    if (names.includes(name.value)) return setProblem(`There is a ${name.value} already.`);
    const refusal = edit(`Add virtual host ${name.value}`, (before) => ({
      ...before,
      vhosts: [...before.vhosts, { name: name.value }],
    }));
    setProblem(refusal);
    if (refusal === null) setDraft('');
  };
  const remove = (name: string): void =>
    setProblem(edit(`Remove virtual host ${name}`, (before) => removeVhost(before, name)));
  return (
    <FoldedSection title="Virtual hosts" summary={names.join(', ')}>
      <ul className={styles['list']}>
        {names.map((name) => (
          <li className={styles['held']} key={name}>
            <span className={styles['key']}>{name}</span>
            {name !== '/' && !inUse.has(name) && (
              <RemoveButton label={`Remove virtual host ${name}`} onPress={() => remove(name)} />
            )}
          </li>
        ))}
      </ul>
      <form className={styles['inlineForm']} onSubmit={add}>
        <TextField
          label="New virtual host"
          help={<DocsLink to={docsOf.vhosts} about="Virtual hosts" />}
          isMono
          value={draft}
          problem={problem}
          onChange={(text) => {
            setDraft(text);
            setProblem(null);
          }}
        />
        <Button type="submit">Add</Button>
      </form>
    </FoldedSection>
  );
}
