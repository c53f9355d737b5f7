<?php
/**
 * What a shortcode or block may say, and the checks of it.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * What each option may be.
 *
 * @return array<string, array{0: string, 1: string}> By option: a pattern for its whole text, and the same in words.
 */
function outage_status_rules() {
	return array(
		'service' => array( '/\A[a-z0-9][a-z0-9-]{0,63}\z/', __( 'an id of a-z, 0-9 and -, at most 64 characters', 'outage-status' ) ),
		'server'  => array( '/\Ahttps:\/\/[^\s"\'<>\\\\?#@\/]+(\/[^\s"\'<>\\\\?#]*)?\z/i', __( 'an https address such as https://status.example', 'outage-status' ) ),
		'variant' => array( '/\A(auto|badge|compact|card)\z/', __( 'auto, badge, compact or card', 'outage-status' ) ),
		'theme'   => array( '/\A(auto|light|dark)\z/', __( 'auto, light or dark', 'outage-status' ) ),
		'lang'    => array( '/\A[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\z/', __( 'a language such as en or pt-BR', 'outage-status' ) ),
		'name'    => array( '/\A.{1,100}\z/su', __( 'a text of 1 to 100 characters', 'outage-status' ) ),
	);
}

/**
 * Checks one option.
 *
 * @param string $option Its name.
 * @param mixed  $value  From an author or the database.
 * @return string The mistake in a sentence, not escaped; empty when the value is valid.
 */
function outage_status_mistake( $option, $value ) {
	$rules = outage_status_rules();
	if ( ! isset( $rules[ $option ] ) ) {
		/* translators: 1: what the author wrote, 2: list of options. */
		return sprintf( __( '%1$s: there is no such option, only %2$s', 'outage-status' ), $option, implode( ', ', array_keys( $rules ) ) );
	}
	list( $pattern, $hint ) = $rules[ $option ];
	if ( is_string( $value ) && 1 === preg_match( $pattern, $value ) ) {
		return '';
	}
	$got = is_string( $value ) ? '"' . $value . '"' : gettype( $value );
	/* translators: 1: name of an option, 2: what it may be, 3: what the author wrote. */
	return sprintf( __( '%1$s: expected %2$s, got %3$s', 'outage-status' ), $option, $hint, $got );
}

/**
 * Reads the feed server of this site.
 *
 * @return string Its address without slash at the end; empty when none is set, or the database has an invalid one.
 */
function outage_status_server() {
	$server = get_option( 'outage_status_server', '' );
	return '' === outage_status_mistake( 'server', $server ) ? rtrim( $server, '/' ) : '';
}
