<?php
/**
 * Lets WordPress ask a feed server on this very machine, which it refuses to do for oEmbed, as long as the test says so.
 *
 * @package outage-status
 */

// WordPress asks its makers for news in many requests; without a network each waits for its time limit.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'DISABLE_WP_CRON', true );

function outage_status_test_loopback() {
	return 'yes' === get_option( 'outage_status_test_loopback' );
}
add_filter(
	'http_request_host_is_external',
	function ( $is_external ) {
		return $is_external || outage_status_test_loopback();
	}
);
add_filter(
	'http_allowed_safe_ports',
	function ( $ports, $host, $url ) {
		return outage_status_test_loopback() ? array_merge( $ports, array( wp_parse_url( $url, PHP_URL_PORT ) ) ) : $ports;
	},
	10,
	3
);
// Debian's WordPress trusts the authorities of the machine, which PHP in WebAssembly does not see.
add_filter(
	'http_request_args',
	function ( $arguments ) {
		return array( 'sslcertificates' => ABSPATH . WPINC . '/certificates/ca-bundle.crt' ) + $arguments;
	}
);
// Without TLS, WordPress offers them on machines of developers only.
add_filter( 'wp_is_application_passwords_available', '__return_true' );
