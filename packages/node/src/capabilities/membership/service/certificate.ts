import { generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SERIAL_NUMBER = '2.5.4.5';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';

/** A clock a day behind must not keep a new certificate out. */
const BEFORE_MS = 24 * 3_600_000;
/** "To indicate that a certificate has no well-defined expiration date" (RFC 5280, section 4.1.2.5): the register says until when it holds. */
const NEVER = new Date('9999-12-31T23:59:59.000Z');

/**
 * A certificate that signs itself, for the connections between nodes, and its private key: P-256 and ECDSA with SHA-256,
 * which every TLS 1.3 has (RFC 8446, section 9.1). Nobody looks at its name: the register pins the whole of it. It only
 * has to be no other certificate's: while an old and a new one of a node are both pinned, OpenSSL finds them by name, and
 * takes one for the forgery of the other.
 */
export async function makeCertificate(name: string, at: Date): Promise<{ der: Buffer; privateKey: KeyObject }> {
  // A sixth of a second to load, for what is done a few times in a node's life.
  const { AsnConvert, OctetString } = await import('@peculiar/asn1-schema');
  const x509 = await import('@peculiar/asn1-x509');
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const algorithm = new x509.AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const serial = serialNumber();
  const attribute = (type: string, value: object) =>
    new x509.RelativeDistinguishedName([
      new x509.AttributeTypeAndValue({ type, value: new x509.AttributeValue(value) }),
    ]);
  const self = new x509.Name([
    attribute(COMMON_NAME, { utf8String: name }),
    attribute(SERIAL_NUMBER, { printableString: Buffer.from(serial).toString('hex') }),
  ]);
  const extension = (extnID: string, value: object) =>
    new x509.Extension({ extnID, critical: true, extnValue: new OctetString(AsnConvert.serialize(value)) });
  const tbsCertificate = new x509.TBSCertificate({
    version: x509.Version.v3,
    serialNumber: serial,
    signature: algorithm,
    issuer: self,
    subject: self,
    validity: new x509.Validity({ notBefore: new Date(at.getTime() - BEFORE_MS), notAfter: NEVER }),
    subjectPublicKeyInfo: AsnConvert.parse(
      publicKey.export({ type: 'spki', format: 'der' }),
      x509.SubjectPublicKeyInfo,
    ),
    extensions: new x509.Extensions([
      extension(BASIC_CONSTRAINTS, new x509.BasicConstraints({ cA: false })),
      extension(KEY_USAGE, new x509.KeyUsage(x509.KeyUsageFlags.digitalSignature)),
    ]),
  });
  const signatureValue = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), privateKey);
  const certificate = new x509.Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm,
    signatureValue: Uint8Array.from(signatureValue).buffer,
  });
  return { der: Buffer.from(AsnConvert.serialize(certificate)), privateKey };
}

/** PEM (RFC 7468, section 5) of a certificate in Base64 of its DER. */
export function certificatePem(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** "Positive integer … not longer than 20 octets" (RFC 5280, section 4.1.2.2), of chance. */
function serialNumber(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.buffer;
}
