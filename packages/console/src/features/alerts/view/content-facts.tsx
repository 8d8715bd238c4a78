import { Fact, Facts } from '../../../ui/facts.tsx';
import { partAt, type Tree } from '../issue/tree.ts';
import { fieldInWords, type Speech, valueInWords } from '../words/content-words.ts';
import { Suspect } from './suspect.tsx';

interface ContentFactsProps {
  content: Tree;
  /** Fields in the order they are told; those without a value are left out. */
  pointers: readonly string[];
  speech: Speech;
  /** Terms to be marked in the texts, under review. */
  terms?: readonly string[];
}

/** Fields of an alert's content with their names. */
export function ContentFacts({ content, pointers, speech, terms = [] }: ContentFactsProps) {
  return (
    <Facts>
      {pointers
        .filter((pointer) => hasValue(partAt(content, pointer)))
        .map((pointer) => (
          <Fact key={pointer} name={fieldInWords(speech.intl, pointer)}>
            <Suspect text={valueInWords(speech, pointer, partAt(content, pointer))} terms={terms} />
          </Fact>
        ))}
    </Facts>
  );
}

/** Whether a field of a content holds anything. */
export function hasValue(part: unknown): boolean {
  if (Array.isArray(part)) return part.length > 0;
  return part !== undefined && part !== null && part !== '';
}
