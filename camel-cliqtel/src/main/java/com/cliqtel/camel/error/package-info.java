/* SPDX-License-Identifier: Apache-2.0 */
/** What can go wrong: three kinds, by what a route can do about it. */
package com.cliqtel.camel.error;
