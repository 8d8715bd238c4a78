/** A shift as it was handed over. */
export interface StoredHandover {
  id: string;
  authority: string;
  fromOfficer: string;
  fromAt: Date;
  toOfficer: string | null;
  toAt: Date | null;
  record: string;
  personal: HandoverPersonal;
}

/** What the leaving officer said and saw, sealed as one. */
export interface HandoverPersonal {
  place: string;
  notes: string;
  outages: string[];
  open: { id: string; traveller: string; openedAt: string; limitAt: string | null }[];
}
