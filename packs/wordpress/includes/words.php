<?php
/**
 * The status in words, from the feed server, for readers without JavaScript and for feed readers.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * Asks the site's feed server for the status in words. Keeps the answer for 30 seconds, and a failure for 60, so that a
 * page waits seldom, and then 2 seconds at most. Only text is taken from the answer: no HTML of another host gets into
 * the page.
 *
 * @param array<string, string> $options Checked options of a shortcode or block; `server` is that of the site.
 * @return string A sentence or two with the time in UTC, not escaped; empty when the server does not answer.
 */
function outage_status_words( array $options ) {
	$address = $options['server'] . '/fragment/' . $options['service'] . '.html?declarative=false';
	if ( isset( $options['lang'] ) ) {
		$address .= '&lang=' . rawurlencode( $options['lang'] );
	}
	$key  = 'outage_status_' . md5( $address );
	$kept = get_transient( $key );
	if ( is_string( $kept ) ) {
		return $kept;
	}
	$answer = wp_remote_get(
		$address,
		array(
			'timeout'             => 2,
			'redirection'         => 0,
			'limit_response_size' => 10000,
		)
	);
	$html   = 200 === wp_remote_retrieve_response_code( $answer ) ? wp_remote_retrieve_body( $answer ) : '';
	// Without a time there is no status, but a link, or another page altogether.
	$found = preg_match( '/\A<outage-status [^<]*<time [^<>]*>([^<]{1,2000})<\/time><\/outage-status>\z/u', $html, $parts );
	$words = 1 === $found ? html_entity_decode( $parts[1], ENT_QUOTES | ENT_HTML5, 'UTF-8' ) : '';
	set_transient( $key, $words, '' === $words ? 60 : 30 );
	return $words;
}
