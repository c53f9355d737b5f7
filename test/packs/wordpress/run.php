<?php
/**
 * Runs the plugin: reads {"options", "can", "answers", "steps": [[what, argument], …]} as JSON, writes {"results": […], "registered"}.
 */

error_reporting( E_ALL );
set_error_handler(
	function ( $level, $message, $file, $line ) {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);

require __DIR__ . '/stand-in.php';
$input   = json_decode( stream_get_contents( STDIN ), true );
$options = $input['options'];
$can     = $input['can'];
$answers = $input['answers'];

require $argv[1] . '/outage-status.php';

function do_hook( $hook ) {
	foreach ( $GLOBALS['registered']['actions'][ $hook ] as $callback ) {
		$callback();
	}
}
do_hook( 'init' );
do_hook( 'admin_init' );
do_hook( 'admin_menu' );

function take_step( $what, $argument ) {
	global $registered, $options, $argv;
	switch ( $what ) {
		case 'shortcode':
			return $registered['shortcodes']['outage_status']( $argument );
		case 'block':
			return $registered['blocks']['outage-status/status']['render_callback']( $argument );
		case 'sanitize':
			return $registered['settings']['outage_status_server']['sanitize_callback']( $argument );
		case 'matches':
			return 1 === preg_match( $registered['oembed'][0][0], $argument );
		case 'embed':
			list( $callback, $count ) = $registered['filters']['embed_oembed_html'];
			return $callback( ...array_slice( array( $argument['html'], $argument['url'], array(), 1 ), 0, $count ) );
		case 'page':
			ob_start();
			$registered['pages']['outage-status'][1]();
			return ob_get_clean();
		case 'uninstall':
			define( 'WP_UNINSTALL_PLUGIN', 'outage-status/outage-status.php' );
			require $argv[1] . '/uninstall.php';
			return $options;
	}
}
$results = array_map(
	function ( $step ) {
		return take_step( $step[0], $step[1] ?? null );
	},
	$input['steps']
);
echo json_encode( array( 'results' => $results, 'registered' => $registered ), JSON_THROW_ON_ERROR );
