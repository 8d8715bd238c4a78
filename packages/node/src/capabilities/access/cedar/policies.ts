import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { Question, Resource } from '../policy.ts';

export interface Decision {
  allowed: boolean;
  /** The policies that decided, by their `@id`; empty where nothing permits. */
  by: string[];
}

/** An action of the schema that a route can ask for. */
export interface KnownAction {
  id: string;
  /** It shows or searches personal data, so its questions carry what the request states. */
  personal: boolean;
}

/** The policies in force on this node. */
export interface Policies {
  actions: readonly KnownAction[];
  decide(question: Question): Decision;
}

const FOLDER = fileURLToPath(new URL('../../../../policies/', import.meta.url));

/** Names of the parsed policies and schema in Cedar's own memory, shared by every node of this process. */
const PARSED = 'entente';

/** Reads, validates and parses the policies once. Throws when the schema does not bear out every policy. */
export async function loadPolicies(): Promise<Policies> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.cedar')).sort();
  const schema = await readFile(`${FOLDER}schema.cedarschema`, 'utf8');
  const texts = await Promise.all(files.map((file) => readFile(FOLDER + file, 'utf8')));
  const policies = { staticPolicies: nameByAnnotation(texts.join('\n')) };
  const validated = cedar.validate({ schema, policies });
  if (validated.type === 'failure') throw broken(validated.errors);
  const faults = [...validated.validationErrors, ...validated.validationWarnings].map(({ error }) => error);
  if (faults.length > 0) throw broken(faults);
  for (const parsed of [cedar.preparseSchema(PARSED, schema), cedar.preparsePolicySet(PARSED, policies)]) {
    if (parsed.type === 'failure') throw broken(parsed.errors);
  }
  return { actions: readActions(schema), decide: remembering(decide) };
}

/** Decisions remembered; the longest remembered goes first. */
const REMEMBERED = 1_000;

/**
 * The same question has the same decision as long as the process runs: the policies are read once, and know
 * nothing but the question. An officer at a desk asks one question all day, which Cedar would weigh anew each time.
 */
function remembering(weigh: (question: Question) => Decision): (question: Question) => Decision {
  const known = new Map<string, Decision>();
  return (question) => {
    const key = JSON.stringify(question);
    const remembered = known.get(key);
    if (remembered) return remembered;
    const decision = weigh(question);
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
    known.set(key, decision);
    return decision;
  };
}

/** Deny by default: no permit, no way. A question the schema does not know is a fault of the caller and throws. */
function decide({ principal, action, resource, stated }: Question): Decision {
  const officer = { type: 'Officer', id: principal.id };
  const answer = cedar.statefulIsAuthorized({
    principal: officer,
    action: { type: 'Action', id: action },
    resource: { type: resource.type, id: resource.id },
    context: stated ? { ...stated } : {},
    preparsedSchemaName: PARSED,
    preparsedPolicySetId: PARSED,
    validateRequest: true,
    entities: [
      {
        uid: officer,
        attrs: { authority: { __entity: { type: 'Authority', id: principal.authority.id } } },
        parents: principal.roles.map((role) => ({ type: 'Role', id: role })),
      },
      ...describeResource(resource),
    ],
  });
  if (answer.type === 'failure') throw broken(answer.errors);
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) throw broken(diagnostics.errors.map(({ error }) => error));
  return { allowed: decision === 'allow', by: diagnostics.reason };
}

/** What policies know of the thing asked about, beside its name. */
function describeResource(resource: Resource): cedar.EntityJson[] {
  if (resource.type === 'Node') return [];
  const attrs: cedar.EntityJson['attrs'] =
    resource.type === 'Session'
      ? { owner: { __entity: { type: 'Officer', id: resource.owner } } }
      : { readers: resource.readers.map((role) => ({ __entity: { type: 'Role', id: role } })) };
  return [{ uid: { type: resource.type, id: resource.id }, attrs, parents: [] }];
}

/** Policies by their `@id`, so that a decision names the rule and not its place in a file. */
function nameByAnnotation(text: string): Record<string, string> {
  const parts = cedar.policySetTextToParts(text);
  if (parts.type === 'failure') throw broken(parts.errors);
  const named: Record<string, string> = {};
  for (const policy of parts.policies) {
    const read = cedar.policyToJson(policy);
    const id = read.type === 'success' ? read.json.annotations?.id : undefined;
    if (!id) throw new Error(`A policy has no @id:\n${policy}`);
    if (named[id] !== undefined) throw new Error(`Two policies have the @id "${id}"`);
    named[id] = policy;
  }
  return named;
}

/** Actions that apply to no principal are groups and cannot be asked for. */
function readActions(schema: string): KnownAction[] {
  const read = cedar.schemaToJson(schema);
  if (read.type === 'failure') throw broken(read.errors);
  return Object.values(read.json)
    .flatMap((namespace) => Object.entries(namespace.actions))
    .filter(([, action]) => (action.appliesTo?.principalTypes ?? []).length > 0)
    .map(([id, action]) => ({ id, personal: (action.memberOf ?? []).some((group) => group.id === 'personal') }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

function broken(errors: { message: string }[]): Error {
  return new Error(`Cedar: ${errors.map(({ message }) => message).join('; ')}`);
}
