import { type Culture, familyLast } from '../culture.ts';
import { readParts } from '../spelling.ts';

const MALE =
  readParts(`Ajay:अजय Amit:अमित Anand:आनंद Anil:अनिल Arjun:अर्जुन Arun:अरुण Ashok:अशोक Bharat:भरत Deepak/Dipak:दीपक
  Dinesh:दिनेश Ganesh:गणेश Girish:गिरीश Gopal:गोपाल Govind:गोविंद Harish:हरीश Hemant:हेमंत Jagdish:जगदीश Kailash:कैलाश
  Kiran:किरण Kishor/Kishore:किशोर Lalit:ललित Madan:मदन Mahesh:महेश Manoj:मनोज Mohan:मोहन Mukesh:मुकेश Naresh:नरेश
  Nitin:नितिन Pankaj:पंकज Prakash:प्रकाश Pramod:प्रमोद Rajesh:राजेश Rakesh:राकेश Ramesh:रमेश Ravi:रवि Rohit:रोहित
  Sanjay:संजय Santosh:संतोष Satish:सतीश Shankar:शंकर Sunil:सुनील Suresh:सुरेश Tarun:तरुण Vijay:विजय Vikas/Vikash:विकास
  Vinod:विनोद Vishal:विशाल Vivek:विवेक Yogesh:योगेश`);
const FEMALE = readParts(`Anita:अनीता Anjali:अंजलि Archana:अर्चना Asha:आशा Bharati:भारती Bhavna:भावना Chandra:चंद्रा
  Deepa/Dipa:दीपा Gayatri:गायत्री Geeta/Gita:गीता Hema:हेमा Indu:इंदु Jyoti:ज्योति Kalpana:कल्पना Kamala:कमला
  Kavita:कविता Lata:लता Lakshmi/Laxmi:लक्ष्मी Madhuri:माधुरी Manju:मंजू Maya:माया Meena/Mina:मीना Neha:नेहा Nirmala:निर्मला
  Padma:पद्मा Pooja/Puja:पूजा Pushpa:पुष्पा Radha:राधा Rekha:रेखा Renu:रेणु Sarita:सरिता Savita:सविता Seema/Sima:सीमा
  Shanti:शांति Sharda:शारदा Shobha:शोभा Sudha:सुधा Sunita:सुनीता Sushila:सुशीला Uma:उमा Usha:उषा Vandana:वंदना
  Vidya:विद्या`);
const FAMILIES =
  readParts(`Agrawal/Aggarwal:अग्रवाल Amarwal:अमरवाल Badamkar:बादामकर Barfiwala:बर्फीवाला Belapurkar:बेलापुरकर
  Bhandari:भंडारी Chandankar:चंदनकर Chaturvedi:चतुर्वेदी Dalmotwala:दालमोठवाला Desai:देसाई Devdarwal:देवदारवाल Dixit/Dikshit:दीक्षित
  Gangapurkar:गंगापुरकर Goswami:गोस्वामी Gulmohar:गुलमोहर Hiremath:हिरेमठ Jamunkar:जामुनकर Joshi:जोशी Kachoriwala:कचौरीवाला
  Kadambkar:कदंबकर Kamalapurkar:कमलापुरकर Kapoor/Kapur:कपूर Ketkar:केतकर Kulkarni:कुलकर्णी Mahajan:महाजन Mathur:माथुर
  Mishra/Misra:मिश्रा Nagpurkar:नागपुरकर Neemwal:नीमवाल Palashkar:पलाशकर Pandey/Pande:पांडे Patil:पाटिल Pipalkar:पीपलकर
  Rathwal:रथवाल Sagarwal:सागरवाल Sandalwala:संदलवाला Saxena:सक्सेना Sharma:शर्मा Shirodkar:शिरोडकर Shukla:शुक्ला
  Sitapurkar:सीतापुरकर Srivastava/Shrivastav:श्रीवास्तव Tamrakar:ताम्रकार Tilakwal:तिलकवाल Tiwari/Tiwary:तिवारी
  Trivedi:त्रिवेदी Tulsiwal:तुलसीवाल Upadhyay:उपाध्याय Vasantkar:वसंतकर Verma/Varma:वर्मा Vishnupurkar:विष्णुपुरकर
  Yamunakar:यमुनाकर`);

export const indian: Culture = {
  nationalities: ['IND', 'IND', 'IND', 'IND', 'IND', 'NPL'],
  script: 'Deva',
  compose: (random, sex) => {
    const name = { given: random.pick(sex === 'male' ? MALE : FEMALE), family: random.pick(FAMILIES) };
    // In much of the west and south the father's given name stands in the middle.
    return random.chance(0.6) ? { ...name, middle: random.pick(MALE) } : name;
  },
  writeOriginal: familyLast,
};
