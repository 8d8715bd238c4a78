import type { VersionKind } from '@entente/contracts/alerts/alert';
import type { AlertKind, Category } from '@entente/contracts/alerts/catalogue';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from '../../../api/store.ts';
import type { Speech } from '../words/content-words.ts';
import { ruleInWords } from '../words/rules.ts';
import type { Assessor } from './assessor.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { stepOf } from './steps.ts';
import { partAt } from './tree.ts';

/** What every field of the form is given. */
export interface Form {
  keeper: DraftKeeper;
  assessor: Assessor;
  speech: Speech;
  category: Category;
  kind: AlertKind;
  version: VersionKind;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('fields of an alert stand only in its form');
  return form;
}

/** The part of the form at a pointer, with the way to change it; nothing else redraws its field. */
export function usePart<T>(pointer: string): [T | undefined, (part: T | undefined) => void] {
  const { keeper } = useForm();
  const part = useSyncExternalStore(keeper.kept.subscribe, () => partAt(keeper.kept.get().tree, pointer));
  return [part as T | undefined, (next) => keeper.change(pointer, next)];
}

/** The text of a field, empty where nothing is typed. */
export function useText(pointer: string): [string, (text: string) => void] {
  const [text, change] = usePart<string>(pointer);
  // An emptied item keeps its place in its list; an emptied field is no longer there.
  const empty = /\/\d+$/.test(pointer) ? '' : undefined;
  return [typeof text === 'string' ? text : '', (next) => change(next === '' ? empty : next)];
}

/** Whether a field was left, or all is shown: what is wrong in it may be said. */
export function useWasLeft(pointer: string): boolean {
  const { left, leftSteps, tried } = useStore(useForm().assessor.found);
  return tried || left.includes(pointer) || leftSteps.includes(stepOf(pointer));
}

/** What the rules have against a field, once it or its page was left or submission was tried: in words, with the source. */
export function useFault(pointer: string): string | undefined {
  const { assessor, speech } = useForm();
  const { refusals } = useStore(assessor.found);
  if (!useWasLeft(pointer)) return undefined;
  const mine = (refusals ?? []).filter((refusal) => refusal.pointer === pointer);
  if (mine.length === 0) return undefined;
  return mine
    .map((refusal) => {
      const { says, source } = ruleInWords(speech.intl, refusal);
      return source ? `${says} (${source})` : says;
    })
    .join(' ');
}

/** The id of a field's element, by which the summary of errors leads to it. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}
