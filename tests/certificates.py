"""Throw-away certificates: of an authority, and of sites that it vouches for or not."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Certificate:
    made: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def write(self, file: Path) -> Path:
        """Certificate and key in one file, as a server wants them and as a machine can trust them."""
        file.write_bytes(
            self.made.public_bytes(serialization.Encoding.PEM)
            + self.key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return file


def certificate(
    host: str,
    *,
    by: Certificate | None = None,
    begins: timedelta = -DAY,
    ends: timedelta = DAY,
    names: tuple[str, ...] | None = None,
) -> Certificate:
    """For a host, valid from now plus `begins` to now plus `ends`; signed by itself unless `by` somebody.

    `names` are the names it is good for when these are not just the host.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    issuer, signer = (by.made, by.key) if by else (None, key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + begins)
        .not_valid_after(now + ends)
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(_usage(signs_others=by is None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
    )
    if named := [host] if names is None else list(names):
        builder = builder.add_extension(
            x509.SubjectAlternativeName([x509.DNSName(name) for name in named]), critical=False
        )
    return Certificate(builder.sign(signer, hashes.SHA256()), key)


def _usage(*, signs_others: bool) -> x509.KeyUsage:
    """What a key is for: Python 3.13 takes no authority that leaves it unsaid."""
    return x509.KeyUsage(
        digital_signature=True,
        key_cert_sign=signs_others,
        crl_sign=signs_others,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
