/** Node's codes for a certificate that does not pass, https://nodejs.org/api/tls.html#x509-certificate-error-codes, and for TLS itself. */
const TLS_CODE =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|ERR_SSL_|ERR_TLS_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whether an error's code says that TLS failed: a certificate that is not trusted, expired or for another host, or no TLS at all. */
export const isTlsFailure = (code: unknown): boolean =>
  typeof code === 'string' && TLS_CODE.test(code);
