//! Workbooks that are encrypted with a password that is no secret: Excel itself puts it on what is recommended to be read only,
//! and opens them without asking.
//!
//! MS-OFFCRYPTO says how: the standard encryption of Excel 2007 (2.3.4.5 onwards), and the agile one of later versions (2.3.4.10
//! onwards). A workbook with a password of its own is left as it is.

use aes::cipher::{BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256, Block};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha256, Sha384, Sha512};

use super::compound::Compound;
use super::package::{u16_at, u32_at, u64_at};
use super::xml::attribute;
use crate::problem::Place;

/// The password that is no secret.
const PASSWORD: &str = "VelvetSweatshop";
/// How often a password is hashed at most: ten times as often as Excel does it.
const MOST_HASHED: u32 = 1_000_000;
const BLOCK: usize = 16;

/// The workbook within an encrypted one, where it opens without a password of its own.
pub(super) fn opened(bytes: &[u8], place: &Place) -> Option<Vec<u8>> {
    const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
    if !bytes.starts_with(OLE) {
        return None;
    }
    // What is wrong with the container is told where it is walked for good.
    let compound = Compound::of(bytes, place).ok()?;
    let stream = |name: &str| compound.stream(name, place).ok().flatten();
    let (info, package) = (stream("EncryptionInfo")?, stream("EncryptedPackage")?);
    match (u16_at(&info, 0), u16_at(&info, 2)) {
        (4, 4) => agile(info.get(8..)?, &package),
        (2..=4, 2) => standard(info.get(8..)?, &package),
        _ => None,
    }
}

/// The hashes that are used.
#[derive(Clone, Copy)]
enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    fn named(name: &str) -> Option<Hash> {
        Some(match name {
            "SHA1" | "SHA-1" => Hash::Sha1,
            "SHA256" | "SHA-256" => Hash::Sha256,
            "SHA384" | "SHA-384" => Hash::Sha384,
            "SHA512" | "SHA-512" => Hash::Sha512,
            _ => return None,
        })
    }

    fn of(self, first: &[u8], second: &[u8]) -> Vec<u8> {
        fn hash<D: Digest>(first: &[u8], second: &[u8]) -> Vec<u8> {
            D::new().chain_update(first).chain_update(second).finalize().to_vec()
        }
        match self {
            Hash::Sha1 => hash::<Sha1>(first, second),
            Hash::Sha256 => hash::<Sha256>(first, second),
            Hash::Sha384 => hash::<Sha384>(first, second),
            Hash::Sha512 => hash::<Sha512>(first, second),
        }
    }

    /// The password, hashed as often as is stated.
    fn of_password(self, salt: &[u8], times: u32) -> Vec<u8> {
        let password: Vec<u8> = PASSWORD.encode_utf16().flat_map(u16::to_le_bytes).collect();
        (0..times).fold(self.of(salt, &password), |hash, i| self.of(&i.to_le_bytes(), &hash))
    }
}

/// A key of one of the lengths that there are.
enum Key {
    Short(Aes128),
    Middle(Aes192),
    Long(Aes256),
}

impl Key {
    fn of(key: &[u8]) -> Option<Key> {
        Some(match key.len() {
            16 => Key::Short(Aes128::new_from_slice(key).ok()?),
            24 => Key::Middle(Aes192::new_from_slice(key).ok()?),
            32 => Key::Long(Aes256::new_from_slice(key).ok()?),
            _ => return None,
        })
    }

    /// Blocks as they were before each by itself was encrypted.
    fn decrypted(&self, bytes: &[u8]) -> Vec<u8> {
        let blocks = bytes.as_chunks::<BLOCK>().0.iter().flat_map(|block| {
            let mut block = Block::from(*block);
            match self {
                Key::Short(key) => key.decrypt_block(&mut block),
                Key::Middle(key) => key.decrypt_block(&mut block),
                Key::Long(key) => key.decrypt_block(&mut block),
            }
            block
        });
        blocks.collect()
    }

    /// Blocks as they were before each was chained to the one before, the first to `start`.
    fn unchained(&self, start: &[u8], bytes: &[u8]) -> Vec<u8> {
        let before = start.iter().chain(bytes);
        self.decrypted(bytes).iter().zip(before).map(|(byte, before)| byte ^ before).collect()
    }
}

/// Bytes cut, or filled up as the agile encryption does, to a length.
fn fitted(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    const FILLING: u8 = 0x36;
    bytes.resize(length, FILLING);
    bytes
}

/// What the agile encryption says of a key.
#[derive(Default)]
struct Described {
    hash: Option<Hash>,
    salt: Vec<u8>,
    length: usize,
    is_usual: bool,
}

impl Described {
    fn of(element: &BytesStart) -> Described {
        let is = |name: &str, value: &str| attribute(element, name) == value;
        Described {
            hash: Hash::named(&attribute(element, "hashAlgorithm")),
            salt: base64(&attribute(element, "saltValue")).unwrap_or_default(),
            length: attribute(element, "keyBits").parse().map_or(0, |bits: usize| bits / 8),
            is_usual: is("cipherAlgorithm", "AES") && is("cipherChaining", "ChainingModeCBC") && is("blockSize", "16"),
        }
    }
}

fn agile(info: &[u8], package: &[u8]) -> Option<Vec<u8>> {
    // The purposes of keys that are made of one password (2.3.4.13).
    const INPUT: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
    const VALUE: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
    const KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];
    const SEGMENT: usize = 4096;
    let (data, password, encrypted, times) = described(info)?;
    let (hash, of_data) = (password.hash?, data.hash?);
    if !password.is_usual || !data.is_usual || times > MOST_HASHED {
        return None;
    }
    let hashed = hash.of_password(&password.salt, times);
    let start = fitted(password.salt.clone(), BLOCK);
    let for_purpose = |purpose: &[u8], bytes: &[u8]| {
        let key = Key::of(&fitted(hash.of(&hashed, purpose), password.length))?;
        Some(key.unchained(&start, bytes))
    };
    let [input, value, key] = &encrypted;
    let expected = hash.of(&for_purpose(&INPUT, input)?, &[]);
    if !for_purpose(&VALUE, value)?.starts_with(&expected) {
        return None;
    }
    let key = for_purpose(&KEY, key)?;
    let key = Key::of(key.get(..data.length)?)?;
    let segments = package.get(8..)?.chunks(SEGMENT).zip(0_u32..).flat_map(|(segment, i)| {
        let start = fitted(of_data.of(&data.salt, &i.to_le_bytes()), BLOCK);
        key.unchained(&start, segment)
    });
    whole(segments.collect(), package)
}

/// The keys of the data and of the password, what is encrypted by the latter, and how often it is hashed.
fn described(info: &[u8]) -> Option<(Described, Described, [Vec<u8>; 3], u32)> {
    let (mut reader, mut buffer) = (Reader::from_reader(info), Vec::new());
    let mut data = Described::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "keyData" => data = Described::of(&element),
                "encryptedKey" => {
                    let value = |name: &str| base64(&attribute(&element, name));
                    let encrypted = [
                        value("encryptedVerifierHashInput")?,
                        value("encryptedVerifierHashValue")?,
                        value("encryptedKeyValue")?,
                    ];
                    let times = attribute(&element, "spinCount").parse().ok()?;
                    return Some((data, Described::of(&element), encrypted, times));
                }
                _ => {}
            },
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn standard(info: &[u8], package: &[u8]) -> Option<Vec<u8>> {
    const TIMES: u32 = 50_000;
    const LENGTHS: [(u32, usize); 3] = [(0x660E, 16), (0x660F, 24), (0x6610, 32)];
    let header = info.get(4..4 + u32_at(info, 0) as usize)?;
    let verifier = &info[4 + header.len()..];
    let (_, length) = LENGTHS.into_iter().find(|(algorithm, _)| *algorithm == u32_at(header, 8))?;
    let (salt, input, value) = (verifier.get(4..20)?, verifier.get(20..36)?, verifier.get(40..72)?);
    let hashed = Hash::Sha1.of(&Hash::Sha1.of_password(salt, TIMES), &[0; 4]);
    let padded = |filling: u8| {
        let mut block = [filling; 64];
        block.iter_mut().zip(&hashed).for_each(|(byte, hashed)| *byte ^= hashed);
        Hash::Sha1.of(&block, &[])
    };
    let key = Key::of([padded(0x36), padded(0x5C)].concat().get(..length)?)?;
    if !key.decrypted(value).starts_with(&Hash::Sha1.of(&key.decrypted(input), &[])) {
        return None;
    }
    whole(key.decrypted(package.get(8..)?), package)
}

/// What was decrypted, without what fills its last block; nothing where it is shorter than it should be.
fn whole(mut decrypted: Vec<u8>, package: &[u8]) -> Option<Vec<u8>> {
    let length = usize::try_from(u64_at(package, 0)).ok().filter(|length| *length <= decrypted.len())?;
    decrypted.truncate(length);
    Some(decrypted)
}

/// The bytes that a text in base 64 stands for.
fn base64(text: &str) -> Option<Vec<u8>> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for digit in text.trim_end_matches('=').bytes() {
        bits = bits << 6 | DIGITS.iter().position(|known| *known == digit)? as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_64_stands_for_bytes() {
        for (text, bytes) in [("", &b""[..]), ("aGk=", b"hi"), ("5bKv", &[0xE5, 0xB2, 0xAF]), ("/+8=", &[0xFF, 0xEF])] {
            assert_eq!(base64(text).as_deref(), Some(bytes), "{text}");
        }
        assert_eq!(base64("a-b"), None);
    }
}
