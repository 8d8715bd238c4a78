/** Fields of a listed subject, by the names the node's reports give them. */
export const CHANGED_FIELDS = {
  citation: 'listed.citation',
  kind: 'listed.kind',
  status: 'listed.status',
  identities: 'listed.identities',
  names: 'listed.names',
  birthDates: 'listed.birth-dates',
  birthPlaces: 'listed.birth-places',
  nationalities: 'listed.nationalities',
  sex: 'listed.sex',
  documents: 'listed.documents',
  programmes: 'listed.programmes',
  listedOn: 'listed.listed-on',
  addresses: 'listed.addresses',
  remarks: 'listed.remarks',
  particulars: 'listed.particulars',
} as const;
