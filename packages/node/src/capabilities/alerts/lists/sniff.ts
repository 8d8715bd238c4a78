/** What a file looks like, in words for the sentence "it looks like …", by its root element. */
export function describeXmlRoot(root: { name: string; attributes: Record<string, string> }): string {
  const known: Record<string, string> = {
    CONSOLIDATED_LIST: 'the UN consolidated list (un-sc)',
    export: 'the EU Financial Sanctions Files (eu-fsf)',
    sdnList: "OFAC's list in XML; this reads OFAC's CSV set (ofac-sdn)",
    Sanctions: "OFAC's list in its advanced XML; this reads OFAC's CSV set (ofac-sdn)",
    Designations: 'the UK sanctions list in XML; this reads its CSV (uk-sl)',
    html: 'a web page, perhaps an error page saved instead of the list',
    feed: 'a news feed',
  };
  return `it looks like ${known[root.name] ?? `XML with the root element <${root.name.slice(0, 60)}>`}`;
}

/** What a text that is no XML looks like, by its first lines. */
export function describeText(head: string): string {
  const text = head.trimStart();
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  if (text.startsWith('%PDF')) return 'it looks like a PDF';
  if (/^<!doctype html|^<html/i.test(text))
    return 'it looks like a web page, perhaps an error page saved instead of the list';
  if (text.startsWith('<')) return describeMarkup(text);
  if (/^[[{]/.test(text)) return 'it looks like JSON';
  if (/^_id,source,entity_number,/.test(first)) return 'it looks like the US Consolidated Screening List (us-csl)';
  if (/^(amendedCelex,)?(amendmentCelex,)?celex,recordId,|^amendedCelex,/.test(first)) {
    return 'it looks like annexes from the EU Official Journal (eu-oj)';
  }
  if (/^Report Date:|^Last Updated,Unique ID,/i.test(first)) return 'it looks like the UK sanctions list (uk-sl)';
  if (/^Last Updated,\d/i.test(first))
    return "it looks like the UK's former OFSI consolidated list; this reads the UK sanctions list (uk-sl)";
  if (/^\d+,".*",(-0- ?|"[a-z]+"),/.test(first)) return "it looks like a file of OFAC's CSV set (ofac-sdn)";
  const shown = first.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
  return shown ? `it begins with "${shown}"` : 'it begins with an empty line';
}

function describeMarkup(text: string): string {
  const tag = /<([A-Za-z_][\w.-]*)(?::([\w.-]+))?[\s>/]/.exec(text.replace(/<\?.*?\?>|<!--.*?-->/gs, ''));
  return tag ? describeXmlRoot({ name: (tag[2] ?? tag[1]) as string, attributes: {} }) : 'it looks like XML';
}
